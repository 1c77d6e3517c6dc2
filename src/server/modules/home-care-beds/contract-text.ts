import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';

/** No city template of the bed contract was found: the text is ours (designDefault) and names its version. */
export const CONTRACT_TEMPLATE = '家庭养老床位合同 2025-1（系统示范文本）';

export type ContractFacts = {
  elderName: string;
  place: string;
  providerName: string;
  carePackage: string;
  devices: readonly string[];
  acceptedOn: string;
  monthlyFen: number | null;
};

/** Fills the template; pure, so that the same facts give the same text and hash. */
export function contractText(facts: ContractFacts): string {
  const price = facts.monthlyFen === null ? '按服务单逐次结算' : `每月 ${fenToYuanText(facts.monthlyFen)} 元`;
  return [
    '家庭养老床位合同',
    `甲方（老年人或其家属）：${facts.elderName}`,
    `乙方（服务商）：${facts.providerName}`,
    `一、服务地点：${facts.place}。床位已于${dayWords(facts.acceptedOn)}由街道验收。`,
    `二、服务内容：${facts.carePackage}`,
    `三、设备：${facts.devices.join('、')}。设备由乙方维护，甲方不得拆改。`,
    `四、价格与支付：${price}；按长护险、补贴、本人的顺序支付。老年人住院、入住机构、喘息托养或外出期间不计费。`,
    '五、乙方派出的护理员须经实名核验、持有效证书；每次服务有记录，老年人或家属确认后方可结算。',
    '六、任何一方可提前 15 日书面终止；老年人去世、入住机构的，合同自当日终止。',
    '七、争议先由街道调解，调解不成的，向服务地人民法院起诉。',
  ].join('\n');
}
