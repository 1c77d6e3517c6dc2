import { addOrderPhoto, listOrderPhotos } from '#contracts/order-photos.ts';
import type { Order } from '#contracts/orders.ts';
import { writeRecord } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { TakePhoto } from '../../take-photo.tsx';
import { CheckGroup } from '../../ui/choices.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';

type Values = { itemsDone: string[]; measurements: Record<string, number | undefined>; note: string };

/** What was done, measured and seen; kept in this tab while there is no network. */
export function RecordForm({ order }: { order: Order }) {
  const write = useWrite(writeRecord);
  const upload = useWrite(addOrderPhoto);
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
      <TakePhoto
        upload={upload}
        send={file => upload.mutate({ params: { id: order.id }, file } as never)}
        count={evidence.length}
        withheld={photos.data?.withheld ?? null}
        none="服务要求照片的，请在交记录前加上"
      />
    </Form>
  );
}
