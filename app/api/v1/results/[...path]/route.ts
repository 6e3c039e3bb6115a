import { serveFile } from '../../../serveFile.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../../methods.ts';

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  return serveFile(request, null, (await params).path.join('/'));
}
