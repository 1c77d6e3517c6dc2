import { areaLevel, isInArea } from '#shared/area-codes.ts';

type Division = { code: string; name: string; level: string };
export type AreaWords = {
  /** Code of the community that a row means, or a sentence; `street` narrows names that stand several times. */
  find: (given: { area: string | undefined; street: string | undefined }) => { code: string } | { fault: string };
};

/** 清源西里社区居民委员会 = 清源西里社区居委会 = 清源西里社区 = 清源西里. */
export const plainPlace = (name: string): string =>
  name
    .replace(/\s/g, '')
    .replace(/(居民委员会|村民委员会|居委会|村委会|社区居委会)$/, '')
    .replace(/(社区|村)$/, '');
const plainStreet = (name: string): string =>
  name.replace(/\s/g, '').replace(/(街道办事处|办事处|地区办事处|街道|镇|乡|地区)+$/, '');

const MOST_KNOWN = 20_000;

/** Communities and streets of one area by name and by code, for the rows of a table. */
export function areaWords(divisions: readonly Division[], reach: { code: string; name: string }): AreaWords {
  const byCode = new Map(divisions.map(one => [one.code, one]));
  const byName = new Map<string, Division[]>();
  for (const one of divisions.filter(d => d.level === 'community')) {
    const key = plainPlace(one.name);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const streets = divisions.filter(d => d.level === 'street');
  const own = areaLevel(reach.code) === 'community' ? reach.code : undefined;
  const streetOf = (code: string) => byCode.get(`${code.slice(0, 9)}000`)?.name ?? '';

  const byDigits = (digits: string) => {
    const code = digits.length === 9 ? `${digits}000` : digits.padEnd(12, '0');
    if (!isInArea(code, reach.code))
      return { fault: `区划代码 ${digits} 不在${reach.name}，请改成本辖区的社区，或请那里的民政部门导入` };
    if (areaLevel(code) !== 'community') return { fault: `区划代码 ${digits} 不是社区（村），请填到社区的 12 位代码` };
    return byCode.has(code) ? { code } : { fault: `没有区划代码 ${digits} 这个社区，请核对` };
  };

  const byWords = (area: string, street: string | undefined) => {
    // 大兴区清源街道清源西里社区: what stands before the community narrows it like a column of its own.
    const spelt = /^(?:北京市)?(?:\S{2,4}区)?(\S+?(?:街道|镇|乡|地区))?(\S+)$/.exec(area);
    const candidates = [area, spelt?.[2] ?? ''].map(plainPlace);
    const found = candidates.map(key => byName.get(key)).find(list => list !== undefined) ?? [];
    const wanted = plainStreet(street ?? spelt?.[1] ?? '');
    const near = wanted === '' ? found : found.filter(one => plainStreet(streetOf(one.code)) === wanted);
    const [only, ...more] = near;
    if (only && more.length === 0) return { code: only.code };
    if (more.length > 0) {
      const places = near
        .slice(0, 4)
        .map(one => streetOf(one.code))
        .join('、');
      return {
        fault: `“${area}”在${reach.name}有 ${near.length} 个（${places}），请加“街道”一列，或改填 12 位区划代码`,
      };
    }
    if (found.length > 0) return { fault: `“${street ?? wanted}”没有“${area}”，请核对街道和社区` };
    return { fault: `${reach.name}没有“${area}”这个社区（村），请核对名称，或改填 12 位区划代码` };
  };

  const findAnew: AreaWords['find'] = ({ area, street }) => {
    if (!area) return own ? { code: own } : { fault: '没有填社区（村），请补上名称或 12 位区划代码' };
    const digits = area.replace(/\s/g, '');
    if (/^\d{6,12}$/.test(digits)) return byDigits(digits);
    if (street && !streets.some(one => plainStreet(one.name) === plainStreet(street)) && !own) {
      return { fault: `${reach.name}没有“${street}”这个街道（乡镇），请核对` };
    }
    return byWords(area, street);
  };
  // A table names the same few thousand places over and over.
  const known = new Map<string, ReturnType<AreaWords['find']>>();
  return {
    find: given => {
      const key = `${given.street ?? ''}|${given.area ?? ''}`;
      const found = known.get(key) ?? findAnew(given);
      if (known.size < MOST_KNOWN) known.set(key, found);
      return found;
    },
  };
}
