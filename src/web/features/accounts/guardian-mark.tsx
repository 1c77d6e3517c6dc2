import { useState } from 'react';
import { decideGuardian, type FamilyLogin, setGuardian } from '#contracts/family-logins.ts';
import { useWrite } from '../../api.ts';
import { TextButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

type Params = { elderId: string; postId: string };

/** 法定监护人 sees money and health without the elder's word: by a paper, recorded by one person and confirmed by another. */
export function GuardianMark({ params, row }: { params: Params; row: FamilyLogin }) {
  const write = useWrite(setGuardian);
  const [open, setOpen] = useState<'ask' | 'decide' | null>(null);
  const close = () => setOpen(null);
  const { guardian } = row;
  const takeBack = () => write.mutate({ params, body: { evidence: null } });
  return (
    <>
      {!guardian && <TextButton onClick={() => setOpen('ask')}>登记监护人</TextButton>}
      {guardian?.from && (
        <span className="row-note">
          法定监护人，{dateWords(guardian.from, '0')}起，依据：{guardian.evidence}（{guardian.askedBy}登记，
          {guardian.confirmedBy}核准）
          <span className="row-flex">
            <TextButton onClick={takeBack}>不再是</TextButton>
          </span>
        </span>
      )}
      {guardian && !guardian.from && (
        <span className="row-note">
          <Chip tone="today">监护人待核准</Chip> {guardian.askedBy}登记，依据：{guardian.evidence}
          ；核准以前什么也不多看到。
          {guardian.notMine}
          <span className="row-flex">
            {!guardian.notMine && <TextButton onClick={() => setOpen('decide')}>去核准</TextButton>}
            <TextButton onClick={takeBack}>收回</TextButton>
          </span>
        </span>
      )}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={`登记${row.name}为法定监护人`} open={open === 'ask'} close={close}>
        <p className="sm soft">
          另一位同事核准以后，法定监护人不用老人同意，就能看他的档案、待遇和健康情况。老人自己能作主的，请不要登记，让他本人决定。
        </p>
        <Form
          initial={{}}
          checks={setGuardian.body}
          label="登记，请另一人核准"
          look="ok"
          done={close}
          submit={(body: { evidence: string | null }) => write.mutateAsync({ params, body })}
        >
          <TextInput name="evidence" label="依据" hint="如：法院指定监护人判决书和文号，居民委员会的指定书" />
        </Form>
      </Dialog>
      <Dialog title={`核准${row.name}为法定监护人`} open={open === 'decide'} close={close}>
        <Decide params={params} evidence={guardian?.evidence ?? ''} done={close} />
      </Dialog>
    </>
  );
}

type Values = { confirm: 'yes' | 'no'; note: string };

function Decide({ params, evidence, done }: { params: Params; evidence: string; done: () => void }) {
  const write = useWrite(decideGuardian);
  return (
    <Form
      initial={{ confirm: 'yes', note: '' }}
      label="记下"
      look="ok"
      done={done}
      submit={({ confirm, note }: Values) => write.mutateAsync({ params, body: { confirm: confirm === 'yes', note } })}
    >
      <p className="sm soft">依据：{evidence}。请对着原件核对。</p>
      <RadioGroup
        name="confirm"
        label="核准吗"
        options={[
          { value: 'yes', label: '核准' },
          { value: 'no', label: '不核准' },
        ]}
      />
      <TextArea name="note" label="核对了什么" rows={2} hint="如：已看判决书原件，姓名、身份证号一致" />
    </Form>
  );
}
