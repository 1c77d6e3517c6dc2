import { claimFuneral, type Funeral } from '#contracts/benefits/funeral.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';

type Said = { claimant: string; relation: string; certificate: string; other: '' | 'yes' | 'no' };

/** Only what the register cannot know; the death, the 户籍 and the amount stand above. */
export function FuneralClaim({ data, large = false, done }: { data: Funeral; large?: boolean; done?: () => void }) {
  const write = useWrite(claimFuneral);
  return (
    <Form
      initial={{ claimant: '', relation: '', certificate: '', other: '' }}
      label={`申请${fenToYuanText(data.amountFen)}元`}
      look={large ? 'ok' : 'go'}
      large={large}
      {...(done && { done })}
      submit={({ other, ...said }: Said) => {
        const answered = other === '' ? {} : { otherFuneralBenefit: other === 'yes' };
        return write.mutateAsync({ params: { id: data.id }, body: { ...said, ...answered } as never });
      }}
    >
      <TextInput name="claimant" label="办理后事的家属" />
      <TextInput name="relation" label="与逝者的关系" hint="如：女儿、配偶" />
      <TextInput name="certificate" label="死亡证明、火化证明的编号" />
      <RadioGroup
        name="other"
        label="有没有其他丧葬待遇（单位、社保等）"
        options={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有' },
        ]}
      />
    </Form>
  );
}

/** The rule's answer in words, with its source. */
export function FuneralSays({ data }: { data: Funeral }) {
  const { outcome } = data;
  const grounds = outcome.state === 'yes' ? outcome.lines : outcome.refusals;
  return (
    <ul className="why">
      {grounds.map(each => (
        <li key={each.code}>
          {each.sentence}（{each.documentNumber}）
        </li>
      ))}
      {outcome.missing.length > 0 && <li>还要说明：{outcome.missing.map(each => each.label).join('、')}</li>}
    </ul>
  );
}
