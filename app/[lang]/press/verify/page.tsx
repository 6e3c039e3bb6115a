import { VerifyPage } from '#components/press/VerifyPage.tsx';
import { describePress, PressScreen } from '../pressScreen.tsx';

export const revalidate = 1;

const path = '/press/verify';

export const generateMetadata = ({ params }: PageProps<'/[lang]/press/verify'>) =>
  describePress(params, path, 'press.check');

export default function Page({ params }: PageProps<'/[lang]/press/verify'>) {
  return <PressScreen params={params} path={path} page={VerifyPage} />;
}
