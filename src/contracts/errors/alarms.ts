/** Errors of alarms, calls and away notices; spread into ERRORS. */
export const ALARMS_ERRORS = {
  'alarms.unknown-worker': {
    status: 400,
    say: '这位人员不在本街道的护理员、志愿者名单里',
    doNext: '请从名单里另选一位',
  },
  'alarms.away-dates': { status: 400, say: '外出的起止时间不对', doNext: '请让结束时间晚于开始时间，且不超过 180 天' },
} as const;
