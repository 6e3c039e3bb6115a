import { describeTurnoutEmbed, TurnoutScreen } from '../../../../embedScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

export const generateMetadata = ({ params }: PageProps<'/embed/[lang]/[theme]/turnout/[code]'>) =>
  describeTurnoutEmbed(params);

export default function TurnoutEmbedPage({ params }: PageProps<'/embed/[lang]/[theme]/turnout/[code]'>) {
  return <TurnoutScreen params={params} kind="turnout" />;
}
