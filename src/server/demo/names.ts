import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, type Random, weighted } from '#shared/random.ts';

const FILE = join(import.meta.dirname, '../../../data/names.json');
const SURNAMES = (JSON.parse(readFileSync(FILE, 'utf8')) as { surnames: [string, number][] }).surnames;

export const surname: (r: Random) => string = weighted(SURNAMES);
/** 马, 白, 金… are frequent among the Hui of 牛街 (modelled). */
export const huiSurname: (r: Random) => string = weighted([
  ['马', 30],
  ['白', 9],
  ['金', 8],
  ['王', 8],
  ['李', 8],
  ['张', 8],
  ['刘', 7],
  ['杨', 6],
  ['沙', 4],
  ['丁', 4],
  ['穆', 4],
  ['哈', 2],
  ['满', 2],
]);

/** Characters common in names of each birth cohort; composed here, no list of real names is used. */
const COHORTS = [
  {
    until: 1945,
    male: ['德', '福', '庆', '振', '文', '永', '玉', '国', '宝', '长', '世', '万', '树', '恩', '鸿'],
    maleEnd: ['山', '海', '林', '生', '祥', '贵', '才', '田', '昌', '元', '忠', '义', '春', '明', '亭'],
    female: ['淑', '秀', '桂', '玉', '凤', '惠', '素', '慧', '瑞', '佩', '兰', '静', '宝'],
    femaleEnd: ['英', '珍', '兰', '芝', '琴', '芬', '贞', '荣', '华', '清', '云', '贤', '敏'],
  },
  {
    until: 1957,
    male: ['建', '国', '志', '文', '永', '春', '宝', '玉', '长', '振', '兴', '德', '连', '金', '学'],
    maleEnd: ['国', '华', '民', '平', '生', '林', '明', '军', '义', '和', '成', '山', '利', '臣', '胜'],
    female: ['淑', '秀', '桂', '玉', '凤', '丽', '爱', '金', '文', '素', '亚', '惠', '志'],
    femaleEnd: ['英', '兰', '华', '珍', '荣', '琴', '芬', '敏', '云', '霞', '玲', '萍', '芳'],
  },
  {
    until: 9999,
    male: ['建', '志', '卫', '红', '永', '春', '晓', '文', '宝', '立', '学', '新', '国', '海', '京'],
    maleEnd: ['国', '军', '强', '平', '东', '明', '华', '民', '勇', '刚', '伟', '利', '新', '跃', '京'],
    female: ['秀', '丽', '红', '玉', '春', '淑', '晓', '建', '爱', '桂', '艳', '京', '燕'],
    femaleEnd: ['华', '英', '玲', '敏', '霞', '萍', '芳', '红', '荣', '梅', '兰', '茹', '平'],
  },
] as const;
const CHILD_MALE = [
  '伟',
  '强',
  '磊',
  '军',
  '勇',
  '涛',
  '鹏',
  '超',
  '斌',
  '宇',
  '浩',
  '凯',
  '建新',
  '志远',
  '海涛',
  '晓东',
];
const CHILD_FEMALE = [
  '静',
  '丽',
  '娟',
  '敏',
  '艳',
  '芳',
  '婷',
  '莉',
  '丹',
  '雪梅',
  '晓燕',
  '海燕',
  '红梅',
  '欣',
  '颖',
  '慧',
];

/** Given name of an elder by birth year; one in seven of the younger cohorts has a single character. */
export function givenName(r: Random, male: boolean, bornYear: number): string {
  const cohort = COHORTS.find(c => bornYear <= c.until) ?? COHORTS[2];
  const end = pick(r, male ? cohort.maleEnd : cohort.femaleEnd);
  if (bornYear > 1945 && r.next() < 0.14) return end;
  const first = pick<string>(r, male ? cohort.male : cohort.female);
  return first === end ? `${first}生` : first + end;
}

/** Given name of someone of working age: sons and daughters, carers, officials. */
export const adultGivenName = (r: Random, male: boolean): string => pick(r, male ? CHILD_MALE : CHILD_FEMALE);
