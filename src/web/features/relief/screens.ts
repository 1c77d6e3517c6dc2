import { OFFICIALS } from '#contracts/roles.ts';
import type { Feature, Screen } from '../../screen.ts';

const desk = { portal: 'desk', roles: OFFICIALS, job: 'relief' } as const satisfies Partial<Screen>;
const above = { portal: 'desk', roles: ['district', 'city'], job: 'relief' } as const satisfies Partial<Screen>;
/** Who carries a case; the means of a household are for them alone. */
const CARRIERS = ['community', 'street', 'district'] as const;
const LIST = ['empty', 'error', 'loading'] as const;

/** 社会救助: warnings, applications from temporary relief to 低保, re-checks, the trial of a standard. */
export const RELIEF: Feature = {
  screens: [
    {
      ...desk,
      path: '/desk/relief/warnings',
      title: '困难预警',
      page: 'features/relief/warnings-page',
      nav: '困难预警',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/relief/warnings/:id',
      title: '一条困难预警',
      page: 'features/relief/warning-page',
      states: ['error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/relief/monitoring',
      title: '低收入人口动态监测',
      page: 'features/relief/monitoring-page',
      nav: '动态监测',
      states: ['error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/relief/signals',
      title: '监测信号',
      page: 'features/relief/signals-page',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/relief/rules',
      title: '预警规则',
      page: 'features/relief/rules-page',
      states: ['error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/relief/applications',
      title: '救助申请',
      page: 'features/relief/applications-page',
      nav: '救助申请',
      states: LIST,
    },
    {
      ...desk,
      path: '/desk/relief/applications/:id',
      title: '一件临时救助',
      page: 'features/relief/application-page',
      states: ['error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/relief/recognitions/:id',
      title: '一件低保、低收入、特困申请',
      page: 'features/relief/recognition-page',
      states: ['error', 'loading'],
    },
    {
      ...desk,
      path: '/desk/relief/means/:elderId',
      title: '家庭经济状况',
      roles: CARRIERS,
      page: 'features/relief/means-page',
      states: ['error', 'loading'],
    },
    {
      ...above,
      path: '/desk/relief/rechecks',
      title: '资格复核',
      page: 'features/relief/rechecks-page',
      nav: '资格复核',
      states: LIST,
    },
    {
      ...above,
      path: '/desk/relief/standard',
      title: '低保标准测算',
      page: 'features/relief/standard-page',
      nav: '低保标准测算',
      states: ['error'],
    },
    {
      path: '/elder/relief',
      title: '我的救助申请',
      portal: 'elder',
      roles: ['elder', 'family'],
      page: 'features/relief/mine-page',
      nav: '我的救助申请',
      states: ['empty', 'error', 'loading'],
    },
  ],
  panels: [{ slot: 'desk.elder.main', panel: 'features/relief/elder-panel', order: 14, roles: CARRIERS }],
};
