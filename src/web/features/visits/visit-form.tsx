import {
  FOUND_NEED_LABELS,
  FOUND_NEEDS,
  recordVisit,
  VISIT_ITEM_LABELS,
  VISIT_ITEMS,
  VISIT_METHOD_LABELS,
  VISIT_METHODS,
  VISIT_RESULT_LABELS,
  VISIT_RESULTS,
  type VisitPlan,
} from '#contracts/visits.ts';
import { useWrite } from '../../api.ts';
import { CheckGroup, RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useField } from '../../ui/form-state.ts';
import { Note } from '../../ui/states.tsx';

const ITEM_OPTIONS = [
  { value: 'good', label: '正常' },
  { value: 'concern', label: '有情况' },
] as const;

/** The standard visit form; what was typed stays as a draft until it is taken. */
export function VisitForm({ plan, large }: { plan: VisitPlan; large?: boolean }) {
  const write = useWrite(recordVisit);
  const methods = VISIT_METHODS.filter(method => !plan.homeOnly || method === 'home');
  return (
    <>
      {write.data && (
        <Note tone={write.data.visit.result === 'no-answer' ? 'warn' : 'ok'} title="已记下">
          {write.data.plan.because ?? '下一次探访的日期已经排好。'}
        </Note>
      )}
      {plan.homeOnly && <Note tone="warn" title={plan.because ?? '今天须上门'} />}
      <Form
        initial={{ elderId: plan.elderId, method: methods[0], items: {}, needs: [] }}
        checks={recordVisit.body}
        label="记下这次探访"
        look="go"
        draft={`visits.${plan.elderId}`}
        {...(large && { large, wide: large })}
        submit={(body: never) => write.mutateAsync({ body })}
      >
        <RadioGroup
          name="method"
          label="怎么探访"
          options={methods.map(value => ({ value, label: VISIT_METHOD_LABELS[value] }))}
        />
        <RadioGroup
          name="result"
          label="结果"
          options={VISIT_RESULTS.map(value => ({ value, label: VISIT_RESULT_LABELS[value] }))}
        />
        <Found />
        <TextArea name="note" label="说明" optional rows={2} />
      </Form>
    </>
  );
}

/** Asked only when somebody answered. */
function Found() {
  const result = useField('result', '结果').value;
  if (result === 'no-answer') return null;
  return (
    <>
      {VISIT_ITEMS.map(item => (
        <RadioGroup key={item} name={`items.${item}`} label={VISIT_ITEM_LABELS[item]} options={ITEM_OPTIONS} />
      ))}
      <CheckGroup
        name="needs"
        label="发现的需求"
        optional
        options={FOUND_NEEDS.map(value => ({ value, label: FOUND_NEED_LABELS[value] }))}
      />
    </>
  );
}
