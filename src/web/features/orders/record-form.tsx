import { addOrderPhoto, listOrderPhotos } from '#contracts/order-photos.ts';
import type { Order } from '#contracts/orders.ts';
import { writeRecord } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { CheckGroup } from '../../ui/choices.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';

type Values = { itemsDone: string[]; measurements: Record<string, number | undefined>; note: string };

/** What was done, measured and seen; kept in this tab while there is no network. */
export function RecordForm({ order }: { order: Order }) {
  const write = useWrite(writeRecord);
  const photos = useQueryOf(listOrderPhotos, { params: { id: order.id } });
  const evidence = photos.data?.rows.map(photo => photo.id) ?? [];
  const choices = order.steps.length > 0 ? order.steps : [order.itemName];
  return (
    <Form
      initial={{ itemsDone: choices, measurements: {}, note: '', evidence: [] }}
      checks={writeRecord.body}
      draft={`orders.record.${order.id}`}
      label="做完了，交记录"
      large
      wide
      submit={(body: Values) => write.mutateAsync({ params: { id: order.id }, body: { ...body, evidence } })}
    >
      <CheckGroup name="itemsDone" label="做了哪些" options={choices.map(value => ({ value, label: value }))} />
      <NumberInput name="measurements.temperature" label="体温" unit="℃" optional />
      <NumberInput name="measurements.systolic" label="收缩压（高压）" unit="mmHg" optional />
      <NumberInput name="measurements.diastolic" label="舒张压（低压）" unit="mmHg" optional />
      <NumberInput name="measurements.pulse" label="脉搏" unit="次/分" optional />
      <TextArea name="note" label="要说明的情况" rows={3} optional />
      {photos.data?.withheld ? (
        <Note title="这位老人不同意拍照">{photos.data.withheld}。不交照片也能交记录，请把情况写清楚。</Note>
      ) : (
        <Photos orderId={order.id} count={evidence.length} />
      )}
    </Form>
  );
}

/** Sent one by one as they are taken, so that a lost network costs one photo and not the record. */
function Photos({ orderId, count }: { orderId: string; count: number }) {
  const upload = useWrite(addOrderPhoto);
  return (
    <div className="row-flex">
      <label className="btn">
        {upload.isPending ? '正在传照片……' : '加照片'}
        <input
          type="file"
          className="visually-hidden"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={event => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) upload.mutate({ params: { id: orderId }, file } as never);
          }}
        />
      </label>
      <span className="sm soft" role="status">
        {count > 0 ? `已传${count}张，随记录一起交` : '服务要求照片的，请在交记录前加上'}
      </span>
      {upload.error && <ErrorState error={upload.error} kept="已填的记录还在" />}
    </div>
  );
}
