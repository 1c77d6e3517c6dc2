let folder: string | undefined;

/** Set once at start: where the bytes of attachments lie, by hash. */
export const setFilesFolder = (path: string): void => {
  folder = path;
};

export function filesFolder(): string {
  if (!folder) throw new Error('the folder of attachments is set when the server starts');
  return folder;
}
