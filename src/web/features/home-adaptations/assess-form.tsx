import { useState } from 'react';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { type Adaptation, listAdaptationPhotos, readSafetyForm, stepAdaptation } from '#contracts/home-adaptations.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection, type SheetAnswers } from '../../ui/form-sheet.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { TakePhoto } from './take-photo.tsx';

/** At the home: what is not safe, what the elder needs, pictures of before. */
export function AssessForm({ data }: { data: Adaptation }) {
  const form = useQueryOf(readSafetyForm, {});
  const photos = useQueryOf(listAdaptationPhotos, { params: { id: data.id } });
  const [answers, setAnswers] = useState<SheetAnswers>({ items: {} });
  const [tried, setTried] = useState(false);
  const write = useWrite(stepAdaptation);
  return (
    <Loaded of={form}>
      {definition => {
        const outcome = evaluateForm(definition, answers);
        const problems =
          tried && !outcome.ok ? Object.fromEntries(outcome.problems.map(each => [each.field, each.message])) : {};
        const send = () => {
          setTried(true);
          if (outcome.ok) write.mutate({ params: { id: data.id }, body: { action: 'assess', answers } });
        };
        return (
          <>
            <div className="sheet-large">
              <FormSection form={definition} answers={answers} change={setAnswers} problems={problems} section={null} />
            </div>
            <TakePhoto id={data.id} count={photos.data?.rows.length ?? 0} withheld={photos.data?.withheld ?? null} />
            {write.error && <ErrorState error={write.error} kept="填的内容都还在" />}
            <Button look="go" wide busy={write.isPending} onClick={send}>
              交评估
            </Button>
          </>
        );
      }}
    </Loaded>
  );
}
