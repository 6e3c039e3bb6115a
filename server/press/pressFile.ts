/** A file of an edition, before it is signed. `path` is relative to the edition. */
export interface PressFile {
  path: string;
  mediaType: string;
  text: string;
}
