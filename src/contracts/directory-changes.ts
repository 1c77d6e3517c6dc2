import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, Id, Instant, PageQuery, page } from './nouns.ts';

export const DIRECTORIES = ['provider', 'facility'] as const;
export const Directory = z.enum(DIRECTORIES);
export type Directory = z.infer<typeof Directory>;
export const DIRECTORY_LABELS = {
  provider: '服务商',
  facility: '机构和设施',
} as const satisfies Record<Directory, string>;

/** Where the present state of a directory's entry comes from. */
export const DirectorySource = z.object({
  /** 大兴区民政, 清源街道: who changed it last, in words. */
  source: z.string(),
  what: z.string(),
  at: Instant,
});
export type DirectorySource = z.infer<typeof DirectorySource>;

export const DirectoryChange = DirectorySource.extend({
  id: Id,
  directory: Directory,
  subjectId: Id,
  subjectName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  by: z.string(),
});
export type DirectoryChange = z.infer<typeof DirectoryChange>;

export const listDirectoryChanges = endpoint({
  method: 'GET',
  path: '/api/directory-changes',
  savedAs: '名录变动',
  summary: '名录变动：服务商、机构和设施哪天变了什么、来源是哪一级',
  query: PageQuery.extend({ directory: Directory.optional() }),
  response: page(DirectoryChange),
});
