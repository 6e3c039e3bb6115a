import { EmbedListPage } from '#components/press/EmbedListPage.tsx';
import { describePress, PressScreen } from '../pressScreen.tsx';

export const revalidate = 1;

const path = '/press/embeds';

export const generateMetadata = ({ params }: PageProps<'/[lang]/press/embeds'>) =>
  describePress(params, path, 'press.embeds.list');

export default function Page({ params }: PageProps<'/[lang]/press/embeds'>) {
  return <PressScreen params={params} path={path} page={EmbedListPage} />;
}
