import { serveFile } from '../../../../serveFile.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../../../methods.ts';

export async function GET(request: Request, { params }: { params: Promise<{ edition: string; path: string[] }> }) {
  const { edition, path } = await params;
  return serveFile(request, edition, path.join('/'));
}
