import { type FilialYear, openFilialYear } from '#contracts/filial-models.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/states.tsx';
import { placesWords } from './model-words.ts';

type Places = Pick<FilialYear, 'places' | 'basis' | 'confidence'>;
type Given = { year: number; places: number; basis: string };

/** The number of places comes from the district's document where one is known. */
export function OpenYearForm({ places, done }: { places: Places; done: () => void }) {
  const write = useWrite(openFilialYear);
  const year = Number(useBusinessDate().slice(0, 4));
  return (
    <Form
      initial={{ year, places: places.places, basis: places.basis }}
      checks={openFilialYear.body}
      label="开始评选"
      look="ok"
      done={done}
      submit={(body: Given) => write.mutateAsync({ body })}
    >
      <Note title="每年的名额">
        <span data-rule>{placesWords(places)}</span>
      </Note>
      <NumberInput name="year" label="哪一年" unit="年" />
      <NumberInput name="places" label="名额" unit="名" />
      <TextInput name="basis" label="名额的依据" hint="区里的文件、通知或会议" />
    </Form>
  );
}
