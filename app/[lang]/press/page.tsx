import { PressPage } from '#components/press/PressPage.tsx';
import { describePress, PressScreen } from './pressScreen.tsx';

export const revalidate = 1;

const path = '/press';

export const generateMetadata = ({ params }: PageProps<'/[lang]/press'>) => describePress(params, path, 'press');

export default function Page({ params }: PageProps<'/[lang]/press'>) {
  return <PressScreen params={params} path={path} page={PressPage} />;
}
