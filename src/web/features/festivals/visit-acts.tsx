import { useState } from 'react';
import {
  addFestivalPhoto,
  doFestivalVisit,
  type FestivalVisit,
  leaveFestivalVisit,
  listFestivalPhotos,
  readFestivalPhoto,
  removeFestivalVisit,
} from '#contracts/festivals.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { urlOf } from '../../api-address.ts';
import { useBusinessDate } from '../../session.ts';
import { TakePhoto } from '../../take-photo.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { giftWords } from './festival-words.ts';

type Done = { doneOn: string; receiver: string; note?: string };

/** Which day and who received; the same at the desk and at the door. */
export function DoneForm({ visit, large, done }: { visit: FestivalVisit; large?: boolean; done?: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(doFestivalVisit);
  const upload = useWrite(addFestivalPhoto);
  const photos = useQueryOf(listFestivalPhotos, { params: { id: visit.id } }).data;
  return (
    <Form
      initial={{ doneOn: today, receiver: '' }}
      checks={doFestivalVisit.body}
      label="记下慰问"
      look={large ? 'go' : 'ok'}
      {...(large && { large, wide: large })}
      {...(done && { done })}
      submit={(body: Done) => write.mutateAsync({ params: { id: visit.id }, body })}
    >
      <DateInput name="doneOn" label="哪一天" max={today} />
      <TextInput name="receiver" label="谁收的" hint={`${giftWords(visit)}；如：本人、女儿`} />
      <TakePhoto
        upload={upload}
        send={file => upload.mutate({ params: { id: visit.id }, file } as never)}
        count={photos?.rows.length ?? 0}
        withheld={photos?.withheld ?? null}
        none="送达的照片；没有的在说明里写为什么"
      />
      <TextArea name="note" label="说明" optional rows={2} />
    </Form>
  );
}

export function LeaveForm({ visit, done }: { visit: FestivalVisit; done?: () => void }) {
  const leave = useWrite(leaveFestivalVisit);
  const remove = useWrite(removeFestivalVisit);
  const isDraft = visit.status === 'proposed';
  return (
    <Form
      initial={{ note: '' }}
      label="记下来"
      look="ok"
      {...(done && { done })}
      submit={(body: { note: string }) => (isDraft ? remove : leave).mutateAsync({ params: { id: visit.id }, body })}
    >
      <TextArea
        name="note"
        label={isDraft ? '为什么划去' : '为什么没有慰问'}
        rows={2}
        hint={isDraft ? '划去的可以列进别的名单' : '如：住院、外出、不在家'}
      />
    </Form>
  );
}

/** The buttons of one row, as far as this post may. */
export function VisitActs({ visit, may }: { visit: FestivalVisit; may: { visit: boolean; remove: boolean } }) {
  const [asked, ask] = useState<'done' | 'leave' | 'photos' | null>(null);
  const close = () => ask(null);
  const { elderName: name, status } = visit;
  return (
    <span className="row-flex">
      {status === 'listed' && may.visit && (
        <Button size="sm" aria-label={`记${name}的慰问`} onClick={() => ask('done')}>
          记慰问
        </Button>
      )}
      {status === 'listed' && may.visit && (
        <Button size="sm" aria-label={`${name}没有慰问成`} onClick={() => ask('leave')}>
          没慰问成
        </Button>
      )}
      {status === 'proposed' && may.remove && (
        <Button size="sm" aria-label={`划去${name}`} onClick={() => ask('leave')}>
          划去
        </Button>
      )}
      {status === 'done' && visit.photos > 0 && (
        <Button size="sm" aria-label={`看${name}的照片`} onClick={() => ask('photos')}>
          看照片
        </Button>
      )}
      <Dialog title={`慰问${name}的照片`} open={asked === 'photos'} close={close}>
        <Photos id={visit.id} />
      </Dialog>
      <Dialog title={`慰问${name}`} open={asked === 'done'} close={close}>
        <DoneForm visit={visit} done={close} />
      </Dialog>
      <Dialog
        title={status === 'proposed' ? `划去${name}` : `${name}没有慰问成`}
        open={asked === 'leave'}
        close={close}
      >
        <LeaveForm visit={visit} done={close} />
      </Dialog>
    </span>
  );
}

export function Photos({ id }: { id: string }) {
  const answer = useQueryOf(listFestivalPhotos, { params: { id } });
  if (!answer.data) return null;
  const { rows, withheld } = answer.data;
  if (withheld) return <p className="sm">{withheld}</p>;
  return (
    <ul className="row-flex">
      {rows.map((photo, i) => (
        <li key={photo.id}>
          <a className="link" href={urlOf(readFestivalPhoto, { params: { id, photoId: photo.id } })}>
            照片{i + 1}
          </a>
        </li>
      ))}
    </ul>
  );
}
