import { listResponsible, setResponsible } from '#contracts/household-files.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useField } from '../../ui/form-state.ts';
import { Loaded } from '../../ui/states.tsx';

const OTHER = 'other';
type Values = { accountId: string; name?: string; unit?: string };
type Props = { householdId: string; now: string | null; done: () => void };

/** Somebody of the community or the street, who then has it in 今天要办; or anybody by name. */
export function Responsible({ householdId, now, done }: Props) {
  const write = useWrite(setResponsible);
  const people = useQueryOf(listResponsible, { params: { id: householdId } });
  return (
    <Loaded of={people} rows={2}>
      {({ rows }) => (
        <Form
          initial={{ accountId: now ?? rows[0]?.accountId ?? OTHER, name: '', unit: '' }}
          label="定为责任人"
          look="ok"
          done={done}
          submit={({ accountId, ...who }: Values) =>
            write.mutateAsync({ params: { id: householdId }, body: accountId === OTHER ? who : { accountId } })
          }
        >
          <Who
            options={[
              ...rows.map(one => ({ value: one.accountId, label: `${one.name}，${one.unit}` })),
              { value: OTHER, label: '名单里没有，写姓名和单位' },
            ]}
          />
        </Form>
      )}
    </Loaded>
  );
}

function Who({ options }: { options: readonly { value: string; label: string }[] }) {
  const isOther = useField('accountId', '谁负责').value === OTHER;
  return (
    <>
      <Select
        name="accountId"
        label="谁负责"
        options={options}
        hint={isOther ? '没有账号的人看不到今天要办，措施由社区催办' : '这一户的措施会进他的今天要办'}
      />
      {isOther && (
        <>
          <TextInput name="name" label="责任人姓名" />
          <TextInput name="unit" label="单位和职务" hint="如：枣园社区居委会，民政专干" />
        </>
      )}
    </>
  );
}
