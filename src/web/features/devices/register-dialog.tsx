import { registerDevice } from '#contracts/devices.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { useWrite } from '../../api.ts';
import { mayOpen } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Note } from '../../ui/states.tsx';
import { PickPerson } from './pick-person.tsx';

/** Registers one meter; its secret is shown here once, for the installer to put into the device. */
export function RegisterDialog({ open, close }: { open: boolean; close: () => void }) {
  const write = useWrite(registerDevice);
  const made = write.data;
  const findsPeople = mayOpen(OFFICIALS, useRole());
  const shut = () => {
    write.reset();
    close();
  };
  return (
    <Dialog title="登记一只智能水表" open={open} close={shut}>
      {made ? (
        <Note tone="ok" title="已登记，密钥只显示这一次">
          请现在就写进水表，关掉后不能再看。
        </Note>
      ) : (
        <Form
          initial={{ kind: 'water-meter' }}
          checks={registerDevice.body}
          label="登记"
          look="ok"
          submit={(body: never) => write.mutateAsync({ body })}
        >
          <TextInput name="serial" label="设备编号" hint="机身上的编号，大写字母、数字和短横" />
          {findsPeople ? (
            <PickPerson />
          ) : (
            <TextInput name="elderId" label="老年人档案编号" hint="本单位查不了档案，请向社区要这位老人的档案编号" />
          )}
        </Form>
      )}
      {made && (
        <FactList
          items={[
            ['设备编号', made.serial],
            ['密钥', <code key="secret">{made.secret}</code>],
          ]}
        />
      )}
    </Dialog>
  );
}
