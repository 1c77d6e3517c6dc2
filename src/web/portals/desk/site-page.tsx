import { moveBusinessDate } from '#contracts/accounts.ts';
import { useWrite } from '../../api.ts';
import { useSite } from '../../session.ts';
import { DateInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const MODES = { demo: '演示系统', production: '正式系统' } as const;

/** The demo's date may be moved, so that deadlines and monthly runs can be shown; a real system's date is the day. */
export default function SitePage() {
  const site = useSite();
  const move = useWrite(moveBusinessDate);
  return (
    <div className="stack">
      <PageHeader title="演示日期和版本" />
      <Loaded of={site}>
        {data => (
          <>
            <FactList
              items={[
                ['系统', MODES[data.mode]],
                ['业务日期', dateWords(data.businessDate, '0')],
                ['数据', data.demoData ? '演示数据，人物和电话都是虚构的' : '真实数据'],
                ['版本', data.version],
              ]}
            />
            {data.mode === 'demo' && (
              <Form
                initial={{ businessDate: data.businessDate }}
                checks={moveBusinessDate.body}
                label="调整业务日期"
                submit={(values: { businessDate: string }) => move.mutateAsync({ body: values })}
              >
                <DateInput name="businessDate" label="业务日期" hint="往后调，到期、超期和按月的事会照新日期重新算" />
              </Form>
            )}
            {move.isSuccess && <Note tone="ok" title={`业务日期已是${dateWords(move.data.businessDate, '0')}`} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
