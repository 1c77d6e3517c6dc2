import { PAYER_LABELS } from '#contracts/catalogue.ts';
import { OFFER_ANSWER_LABELS } from '#contracts/order-lifecycle.ts';
import { listOrderPhotos, readOrderPhoto } from '#contracts/order-photos.ts';
import type { Measurements, Order, ServiceRecord } from '#contracts/orders.ts';
import { useQueryOf } from '../../api.ts';
import { urlOf } from '../../api-address.ts';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { clockWords, instantWords } from '../../ui/words.ts';
import { metresWords, yuan } from './words.ts';

const MEASURES: Record<keyof Measurements, readonly [string, string]> = {
  temperature: ['体温', '℃'],
  systolic: ['收缩压', 'mmHg'],
  diastolic: ['舒张压', 'mmHg'],
  pulse: ['脉搏', '次/分'],
  glucose: ['血糖', 'mmol/L'],
};

export const measureWords = (values: Measurements): string =>
  (Object.keys(MEASURES) as (keyof Measurements)[])
    .filter(key => values[key] !== undefined)
    .map(key => `${MEASURES[key][0]}${values[key]}${MEASURES[key][1]}`)
    .join('，');

type RecordsProps = { orderId: string; records: readonly ServiceRecord[]; today: string };

/** What was done; a replaced record stays readable below its correction. */
export function Records({ orderId, records, today }: RecordsProps) {
  if (records.length === 0) return null;
  return (
    <section>
      <SectionHead title="服务记录" note={records.length > 1 ? '更正另写一条，原记录保留' : undefined} />
      {records.map(record => (
        <div key={record.id} className={record.current ? 'record-box' : 'record-box former'}>
          <b>
            {instantWords(record.startedAt, today)}至{clockWords(record.endedAt)}，{record.minutes}分钟
          </b>{' '}
          {!record.current && <Chip tone="plain">已更正</Chip>}
          <p>{record.itemsDone.join('、')}</p>
          <FactList
            items={[
              ['测量', record.withheld ?? measureWords(record.measurements)],
              ['签到', record.startMetres === null ? '没有取到位置' : `离家${metresWords(record.startMetres)}`],
              [
                '照片',
                record.evidence.length > 0 ? <PhotoLinks key="photos" orderId={orderId} ids={record.evidence} /> : null,
              ],
              ['说明', record.note],
              ['更正原因', record.correctionReason],
              ['记录人', record.recordedBy],
            ]}
          />
        </div>
      ))}
    </section>
  );
}

/** Each opens the picture as it was handed in; the server checks its hash first. */
function PhotoLinks({ orderId, ids }: { orderId: string; ids: readonly string[] }) {
  const { data } = useQueryOf(listOrderPhotos, { params: { id: orderId } });
  if (data?.withheld) return data.withheld;
  return ids.map((photoId, index) => (
    <a key={photoId} className="link" href={urlOf(readOrderPhoto, { params: { id: orderId, photoId } })}>
      照片{index + 1}{' '}
    </a>
  ));
}

export function Offers({ offers, today }: { offers: Order['offers']; today: string }) {
  if (offers.length === 0) return null;
  return (
    <section>
      <SectionHead title="派单经过" note={`派过${offers.length}次`} />
      <Timeline
        items={offers.map(offer => ({
          key: String(offer.attempt),
          at: instantWords(offer.offeredAt, today),
          kind: offer.answer === 'offered' ? 'plan' : offer.answer === 'accepted' ? 'done' : 'warn',
          text: (
            <>
              {offer.caregiverName}，{OFFER_ANSWER_LABELS[offer.answer]}
              {offer.refusal && `：${offer.refusal}`}
              <span className="row-note">{offer.reasons.join('，')}</span>
            </>
          ),
        }))}
      />
    </section>
  );
}

/** Price and who pays which part, in the payer order. */
export function Price({ order }: { order: Order }) {
  return (
    <section>
      <SectionHead
        title={`价格${yuan(order.priceFen)}`}
        note={`按${order.payerOrder.map(payer => PAYER_LABELS[payer]).join('、')}的顺序付`}
      />
      <FactList items={order.payerOrder.map(payer => [PAYER_LABELS[payer], yuan(order[`${payer}Fen`])] as const)} />
    </section>
  );
}

export function History({ order, today }: { order: Order; today: string }) {
  return (
    <section>
      <SectionHead title="经过" />
      <Timeline
        items={order.history.map((step, index) => ({
          key: `${step.at}-${index}`,
          at: `${instantWords(step.at, today)}，${step.actor}`,
          text: (
            <>
              {step.from === null ? '下单' : step.label}
              {step.note && <span className="row-note">{step.note}</span>}
            </>
          ),
        }))}
      />
    </section>
  );
}
