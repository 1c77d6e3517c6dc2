import { BENEFIT_EFFECT_LABELS, SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { definitions, otherBenefitTable } from './law/definitions.ts';

/** The page docs/how-to/benefit-codes.md, written from the data; a test keeps the file equal to it. */
export function renderBenefitCodes(): string {
  const { reasonCodes, measure, sources } = definitions();
  const document = measure.parameters.otherBenefits.document;
  const number = sources.get(document)?.number ?? document;
  const benefits = otherBenefitTable(definitions()).map(
    each =>
      `| \`${each.code}\` | ${each.nameZh} | ${each.schemes.map(scheme => SCHEME_LABELS[scheme]).join('、')} | ${BENEFIT_EFFECT_LABELS[each.effect]} | ${each.clause} |`,
  );
  const reasons = reasonCodes.map(
    each => `| \`${each.code}\` | ${each.nameZh} | ${each.refusal ? '不发' : '发放'} | \`${each.parameter}\` |`,
  );
  return `# 待遇与理由代码

本页由参数文件生成，请改数据，不要改本页。依据：${number}。

## 其他待遇（otherBenefits）

名单里可以写代码，也可以写中文名。${BENEFIT_EFFECT_LABELS.higher}的，可以带每月金额（分）：\`{"code":"retired-cadre-living","amountFen":25000}\`；
金额低于本项的，核定领取本项（须停领该项）；金额相同、更高或没有写金额的，本项不发。

| 代码 | 待遇 | 影响的项目 | 怎样衔接 | 条款 |
|---|---|---|---|---|
${benefits.join('\n')}

特困人员也可以用 \`economicClass: 特困\` 表示，效果相同。

## 理由（reasons.code）

| 代码 | 意思 | 用于 | 参数 |
|---|---|---|---|
${reasons.join('\n')}

## 怎样算月份

- 满岁从生日当天算，当月就算；2 月 29 日出生的，平年在 3 月 1 日满岁。
- 起发：申请不晚于符合条件之日起 6 个月（按日历，没有对应日的取月末）的，从符合条件的当月起；更晚的，从申请当月起；条件晚于申请的，从符合条件的当月起。
- 符合条件之日不早于满岁之日，也不早于 2019-10-01；没有记录的，以申请日为准。
- 停发：死亡、宣告失踪、户籍迁出本市、服刑、复核不合格、条件变化，当月照发，次月起停发。
- 能力评估有效 12 个月，到期的当月照发；评为重度失能的不用申请，从评估当月起。
- 没有评估日期的等级不作依据；多重残疾以 \`multipleDisability\` 为准，不从残疾类别的个数推断。
- 同时领几项同类待遇的，与其中最高的一项比较。
- 填了户籍迁出日期的，以日期为准，不看 \`hukouInBeijing\`。
- 不发时 \`from\` 为空；\`nearestYes.changes\` 里的 \`on\` 表示要等到的月份。
`;
}
