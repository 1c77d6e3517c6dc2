import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/confidence.ts';
import { ConsentPurpose } from '#contracts/consents.ts';
import { CLASS_OF_CONTENT, CONTENTS, type Content, DATA_CLASSES, DataClass } from '#contracts/data-classes.ts';
import { PostPermission } from '#contracts/post-permissions.ts';
import { Role } from '#contracts/roles.ts';

const Line = z.object({
  roles: z.array(Role),
  /** Left out = every content of the class that no line above names for the role. */
  contents: z.array(z.enum(CONTENTS)).optional(),
  way: z.enum(['own', 'duty', 'permission', 'word']),
  permission: PostPermission.optional(),
  purpose: ConsentPurpose.optional(),
  says: z.string(),
  source: z.string(),
  confidence: Confidence,
});
export type Line = z.infer<typeof Line>;
const ClassRule = z.object({ code: DataClass, holds: z.string(), from: z.string(), lines: z.array(Line).min(1) });
export type ClassRule = z.infer<typeof ClassRule>;

/** The four classes as data; one without data, twice, or with a line that cannot work fails at the start. */
export const CLASSES: readonly ClassRule[] = (() => {
  const found = z.array(ClassRule).parse(parse(readFileSync(new URL('classes.yaml', import.meta.url), 'utf8')));
  if (found.map(one => one.code).join() !== DATA_CLASSES.join())
    throw new Error('classes.yaml: the four classes in order');
  for (const { way, permission, purpose, says } of found.flatMap(one => one.lines)) {
    const works = (way === 'permission') === (permission !== undefined) && (way !== 'word' || purpose !== undefined);
    if (!works) throw new Error(`classes.yaml: ${says}`);
  }
  return found;
})();

/** By what a role sees a content: the first line that names it; undefined = not at all. */
export const lineFor = (role: Role, content: Content): Line | undefined =>
  CLASSES.find(one => one.code === CLASS_OF_CONTENT[content])?.lines.find(
    line => line.roles.includes(role) && (line.contents?.includes(content) ?? true),
  );
