import { DOOR_ROLES, DUTY_ROLES } from '#contracts/alarms.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const seeAlarms = allow('本辖区民政人员、值守的中心和驿站、被派去的人员和家属看告警', [
  ...OFFICIALS,
  'centre',
  'station',
  'caregiver',
  'volunteer',
  'elder',
  'family',
]);
export const seeWall = allow('民政人员和值守的中心看告警大屏', [...OFFICIALS, 'centre', 'station', 'regulator']);
export const keepDuty = allow('值守的“区域养老服务中心”和驿站和本社区、本街道受理和处置告警', DUTY_ROLES);
export const standAtDoor = allow('被派去的护理员、志愿者，以及驿站和社区人员确认到场', DOOR_ROLES);
export const endAlarm = allow('值守人员和到场的人员关闭告警', [...DUTY_ROLES, 'caregiver', 'volunteer']);
export const sayAway = allow('老年人本人、家属、社区、街道和值守人员报外出', ['elder', 'family', ...DUTY_ROLES]);
export const seeAway = allow('报外出的人和本辖区民政人员看外出报备', [
  'elder',
  'family',
  ...OFFICIALS,
  'centre',
  'station',
]);
export const pressButton = allow('老年人本人和家属按一键呼', ['elder', 'family']);
