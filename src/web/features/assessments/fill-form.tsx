import { useState } from 'react';
import { recordFilling } from '#contracts/assessments/fillings.ts';
import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection, FormSheet, type SheetAnswers } from '../../ui/form-sheet.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { resultWords } from './outcome-list.tsx';

type Props = { form: ScaleForm; elderId: string; done: (fillingId: string) => void; large?: boolean };

/** Fills one questionnaire for one person; the running result is the engine's own, as the server will work it out. */
export function FillForm({ form, elderId, done, large }: Props) {
  const [answers, setAnswers] = useState<SheetAnswers>({ items: {} });
  const [tried, setTried] = useState(false);
  const today = useBusinessDate();
  const write = useWrite(recordFilling);
  const outcome = evaluateForm(form, answers);
  const problems =
    tried && !outcome.ok ? Object.fromEntries(outcome.problems.map(each => [each.field, each.message])) : {};
  const save = () => {
    setTried(true);
    if (!outcome.ok) return;
    write.mutate(
      { body: { elderId, form: form.id, filledOn: today, answers } },
      { onSuccess: filling => done(filling.id) },
    );
  };
  const sheet = { form, answers, change: setAnswers, problems };
  return (
    <>
      {large ? (
        <div className="sheet-large">
          {form.dimensions.map(each => (
            <FormSection key={each.key} {...sheet} section={each.key} />
          ))}
          <FormSection {...sheet} section={null} />
        </div>
      ) : (
        <FormSheet {...sheet} />
      )}
      <div className="sheet-foot">
        <p role="status">
          {outcome.ok ? resultWords(outcome.result) : `还有${outcome.problems.length}处没填`}
          {tried && !outcome.ok && <span className="red">，{outcome.problems[0]?.message}</span>}
        </p>
        {write.error && <ErrorState error={write.error} kept="填的内容都还在" />}
        <div className="row-flex">
          <Button look="go" busy={write.isPending} onClick={save}>
            记下这份量表
          </Button>
        </div>
      </div>
    </>
  );
}
