import { choice, count, date, disabilities, fen, flag } from './fields.ts';

/** Facts of a person by the names that the register fills in; every scheme takes those it needs. */
export const PERSON = {
  bornOn: date('出生日期'),
  hukouInBeijing: flag('本市户籍'),
  residesInBeijing: flag('持有本市居住证'),
  economicClass: choice('经济状况', { none: '一般', 低收入: '低收入家庭', 低保: '低保', 特困: '特困供养' }),
  familyPlanningSpecial: flag('计划生育特殊家庭'),
  abilityLevel: count('能力等级（0 完好到 4 完全失能）', 4),
  dementia: flag('失智'),
  disabilities: disabilities('残疾证'),
  multipleDisability: flag('多重残疾'),
  living: choice('居住方式', {
    独居: '独居',
    空巢: '空巢',
    与子女同住: '与子女同住',
    与其他人同住: '与其他人同住',
    住养老机构: '住养老机构',
  }),
  careAllowanceFen: fen('每月在领的失能老年人护理补贴'),
  hardshipAllowance: flag('在领困难老年人养老服务补贴'),
  hasHomeCareBed: flag('已有家庭养老床位'),
  hasFamilyDoctor: flag('已签约家庭医生'),
  hasOnePressCall: flag('已装一键呼叫'),
} as const;
