import { PRODUCT_PAYMENT_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { type Adaptation, listAdaptationPhotos, readAdaptationPhoto } from '#contracts/home-adaptations.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { urlOf } from '../../api-address.ts';
import { useBusinessDate } from '../../session.ts';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table, Timeline } from '../../ui/record-parts.tsx';
import { Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** What was asked, found and decided. */
export function AboutHome({ data }: { data: Adaptation }) {
  const today = useBusinessDate();
  return (
    <section>
      <SectionHead title="申请和评估" />
      <FactList
        items={[
          ['申请', `${data.appliedBy}，${dateWords(data.appliedOn, today)}`],
          ['想改什么', data.wish],
          ['档案里', data.known.map(one => `${one.label}${one.value}`).join('；')],
          ['区里核定', data.eligibleNote],
          ['评估员', data.assessorName],
          ['发现的隐患', data.hazards.join('、')],
          ['需求', data.needs],
          ['服务商', data.providerName],
          ['完工', data.builtNote],
          ['验收', data.acceptanceNote],
          ['付款凭证', data.voucher],
          ['原因', data.endNote],
        ]}
      />
    </section>
  );
}

const COLUMNS = [
  { key: 'name', title: '产品' },
  { key: 'quantity', title: '数量', number: true },
  { key: 'price', title: '单价（元）', number: true },
  { key: 'cost', title: '合计（元）', number: true },
];

/** Who pays what; an estimate until the acceptance. */
function moneyOf(data: Adaptation): (readonly [string, string])[] {
  const yuan = (fen: number | null) => `${fenToYuanText(fen ?? 0)}元`;
  return [
    ['一共', yuan(data.costFen)],
    ...((data.selfFen ?? 0) > 0 ? [['其中自费项目', yuan(data.selfFen)] as const] : []),
    [data.estimated ? '补贴（估算，以验收那天的标准为准）' : '补贴', yuan(data.subsidyFen)],
    ['家里一共自己付', yuan(data.ownFen)],
  ];
}

/** The same in large type, a line a product. */
export function MyPlan({ data }: { data: Adaptation }) {
  if (data.plan.length === 0) return null;
  return (
    <>
      <h2>改造方案</h2>
      {data.planNote && <p className="elder-note">{data.planNote}</p>}
      <ul className="elder-list">
        {data.plan.map(item => (
          <li key={item.productId}>
            <span className="tm">
              {item.quantity}
              {item.unit}
            </span>
            <span>
              <b>{item.name}</b>
              <p>
                {fenToYuanText(item.costFen)}元，{PRODUCT_PAYMENT_LABELS[item.payment]}
              </p>
            </span>
          </li>
        ))}
        <li>
          <span className="tm">一共</span>
          <span>
            <b>{fenToYuanText(data.costFen ?? 0)}元</b>
            <p>
              补贴{fenToYuanText(data.subsidyFen ?? 0)}元{data.estimated && '（估算，以验收那天的标准为准）'}
            </p>
          </span>
        </li>
        <li>
          <span className="tm">自己付</span>
          <span>
            <b>{fenToYuanText(data.ownFen ?? 0)}元</b>
          </span>
        </li>
      </ul>
      {data.lines.map(line => (
        <p key={line.code} className="elder-note" data-rule>
          {line.sentence}（{line.documentNumber}）
        </p>
      ))}
    </>
  );
}

/** The plan with its money: what has a government price, what one pays oneself, what is given. */
export function Plan({ data }: { data: Adaptation }) {
  if (data.plan.length === 0) return null;
  return (
    <section>
      <SectionHead title="改造方案" {...(data.planNote && { note: data.planNote })} />
      <Table caption="改造方案" columns={COLUMNS}>
        {data.plan.map(item => (
          <tr key={item.productId}>
            <td>
              {item.name}
              <span className="row-note">{PRODUCT_PAYMENT_LABELS[item.payment]}</span>
            </td>
            <td className="num">
              {item.quantity}
              {item.unit}
            </td>
            <td className="num">{fenToYuanText(item.priceFen)}</td>
            <td className="num">{fenToYuanText(item.costFen)}</td>
          </tr>
        ))}
      </Table>
      <FactList items={moneyOf(data)} />
      <ul data-rule>
        {data.lines.map(line => (
          <li key={line.code}>
            {line.sentence}（{line.documentNumber}）
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before, after and at the acceptance. */
export function Photos({ id }: { id: string }) {
  const answer = useQueryOf(listAdaptationPhotos, { params: { id } });
  if (!answer.data) return null;
  const { rows, withheld } = answer.data;
  if (withheld) return <Note title="这位老人不同意拍照">{withheld}</Note>;
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title="照片" />
      <ul className="row-flex">
        {rows.map((photo, i) => (
          <li key={photo.id}>
            <a className="link" href={urlOf(readAdaptationPhoto, { params: { id, photoId: photo.id } })}>
              {photo.stage}照片{i + 1}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function History({ data }: { data: Adaptation }) {
  const today = useBusinessDate();
  return (
    <section>
      <SectionHead title="经过" />
      <Timeline
        items={data.history.map(step => ({
          key: `${step.at}${step.action}`,
          at: `${instantWords(step.at, today)}，${step.actor}`,
          text: (
            <>
              {step.label}
              {step.note && <span className="row-note">{step.note}</span>}
            </>
          ),
        }))}
      />
    </section>
  );
}
