import { describe, expect, it } from 'vitest';
import { isInPolygons } from '#shared/geo.ts';
import { readDivisions, readOutlines } from './divisions.ts';
import { groupUnitOf } from './rules.ts';

describe('区划数据', () => {
  const divisions = readDivisions();
  it('16 区、349 街镇、7535 社区村，上级都在', () => {
    const count = (level: string) => divisions.filter(d => d.level === level).length;
    expect(['city', 'district', 'street', 'community'].map(count)).toEqual([1, 16, 349, 7_535]);
    const codes = new Set(divisions.map(d => d.code));
    expect(divisions.every(d => d.parentCode === null || codes.has(d.parentCode))).toBe(true);
    expect(codes.size).toBe(divisions.length);
  });
  it('区界是 WGS-84：天安门在东城，人民大会堂西侧在西城，清源在大兴', () => {
    const { districts, label } = readOutlines();
    const at = (x: number, y: number) => districts.filter(d => isInPolygons([x, y], d.polygons)).map(d => d.name);
    expect(label).toBe('示意图');
    expect(at(116.3975, 39.9087)).toEqual(['东城区']);
    expect(at(116.366, 39.9)).toEqual(['西城区']);
    expect(at(116.3265, 39.745)).toEqual(['大兴区']);
  });
});

describe('统称', () => {
  const names = readDivisions().filter(d => d.code.startsWith('110115') && d.level === 'street');
  const fitting = (phrase: string) => names.filter(d => groupUnitOf(phrase)?.fits(d.name)).length;
  it('各街镇不含开发区，各街道、各镇各算各的', () => {
    expect(fitting('各街镇')).toBe(22);
    expect(fitting('各街道') + fitting('各镇')).toBe(22);
    expect(fitting('街道（乡镇）')).toBe(22);
  });
  it.each(['各区', '各社区（村）', '各村', '镇街', '各 街 镇'])('%s', p => expect(groupUnitOf(p)).toBeDefined());
  it.each(['联席会议各单位', '区财政局', '各相关单位'])('%s 不是区划', p => expect(groupUnitOf(p)).toBeUndefined());
});
