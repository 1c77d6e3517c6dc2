import { useState } from 'react';
import type { HeldPost, readAccount } from '#contracts/account-administration.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import {
  grantPermission,
  PERMISSION_DECISION_LABELS,
  PERMITTED_ROLES,
  type PermissionChange,
  POST_PERMISSION_LABELS,
  withdrawPermission,
} from '#contracts/post-permissions.ts';
import { useWrite } from '../../api.ts';
import { mayOpen } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { DateInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

type Props = { data: OutputOf<typeof readAccount>; post: HeldPost; own: boolean };
const MEDICAL = POST_PERMISSION_LABELS.medical;

/** What the post may besides its role: 医疗数据, who gave it, why; granted and withdrawn here. */
export function PostPermissions({ data, post, own }: Props) {
  const [asking, setAsking] = useState(false);
  const today = useBusinessDate();
  if (!mayOpen(PERMITTED_ROLES, post.role)) return null;
  const held = data.permissions.find(one => one.postId === post.id)?.held.includes('medical') ?? false;
  const changes = data.permissionChanges.filter(change => change.postId === post.id);
  return (
    <>
      <p className="sm">
        <Chip tone={held ? 'pine' : 'plain'}>{held ? `有${MEDICAL}权限` : `没有${MEDICAL}权限`}</Chip>{' '}
        {post.inForce && !own && (
          <TextButton onClick={() => setAsking(true)}>{held ? `收回${MEDICAL}权限` : `授予${MEDICAL}权限`}</TextButton>
        )}
      </p>
      {changes.map(change => (
        <p className="xs mute" key={change.at}>
          {changeWords(change, today)}
        </p>
      ))}
      <Dialog title={`${held ? '收回' : '授予'}${MEDICAL}权限`} open={asking} close={() => setAsking(false)}>
        {asking && <Ask at={{ id: data.account.id, postId: post.id }} held={held} close={() => setAsking(false)} />}
      </Dialog>
    </>
  );
}

const changeWords = (change: PermissionChange, today: string): string =>
  [
    `${change.by}${instantWords(change.at, today)}${PERMISSION_DECISION_LABELS[change.decision]}`,
    change.toOn && `到${dateWords(change.toOn, today)}`,
    change.reason,
  ]
    .filter(Boolean)
    .join('，');

function Ask({ at, held, close }: { at: { id: string; postId: string }; held: boolean; close: () => void }) {
  const grant = useWrite(grantPermission);
  const withdraw = useWrite(withdrawPermission);
  const write = held ? withdraw : grant;
  return (
    <Form
      initial={{ permission: 'medical', reason: '' }}
      checks={held ? withdrawPermission.body : grantPermission.body}
      label={held ? '收回' : '授予'}
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: at, body })}
      done={close}
    >
      <p className="sm soft">
        {held
          ? '收回以后，他下一次打开就看不到医疗数据。'
          : '能看家庭医生看到的、给的建议、量的数和住院的医院；每一位老人还要本人同意，每次打开都记下来。'}
      </p>
      <TextArea name="reason" label="为什么" rows={2} hint="如：负责医养结合，要看随访" />
      {!held && <DateInput name="toOn" label="到哪天为止" optional hint="不填就到收回或岗位到期为止" />}
    </Form>
  );
}
