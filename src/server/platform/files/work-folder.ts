import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

let folder: string | undefined;

/** Set once at start: where files that are being worked on lie, encrypted. Never served, not part of any record. */
export function setWorkFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  folder = path;
}

/** Path of a working file; `name` is an id of ours, never what a sender wrote. */
export function workFile(name: string): string {
  if (!folder || !/^[0-9a-z-]+$/.test(name)) throw new Error('no folder for working files, or a name not ours');
  return join(folder, name);
}

export const workFolder = (): string | undefined => folder;
