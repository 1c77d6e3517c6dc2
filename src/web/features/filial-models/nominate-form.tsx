import { useNavigate } from 'react-router';
import { nominate } from '#contracts/filial-models.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { useWrite } from '../../api.ts';
import { AreaField } from '../../area-field.tsx';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { ConsentFields, consentOf } from './consent-fields.tsx';

type Given = { name: string; areaCode: string; livesAt?: string; deeds: string; consent: string; consentNote?: string };

/** Who, from where, what they do, and whether they agree to be named in public. */
export function NominateForm({ yearId, year }: { yearId: string; year: number }) {
  const navigate = useNavigate();
  const write = useWrite(nominate);
  const { areaCode, areaName } = useSession().currentPost;
  const isCommunity = areaLevel(areaCode) === 'community';
  return (
    <Form
      initial={{ name: '', areaCode, deeds: '', consent: '' }}
      label={`提名参加${year}年评选`}
      look="ok"
      submit={async ({ consent, consentNote, ...given }: Given) => {
        const body = { ...given, yearId, ...consentOf({ consent, consentNote }) };
        const made = await write.mutateAsync({ body: body as never });
        void navigate(fill('/desk/filial-models/:id', { id: made.id }));
      }}
    >
      <TextInput name="name" label="姓名" />
      {isCommunity ? <p className="sm soft">在{areaName}提名</p> : <AreaField name="areaCode" label="哪个社区（村）" />}
      <TextInput name="livesAt" label="住在哪里" optional hint="只用来分清同名的人，不公开" />
      <TextArea name="deeds" label="事迹" rows={5} hint="照顾谁、多少年、做了什么；评上后公开" />
      <ConsentFields />
    </Form>
  );
}
