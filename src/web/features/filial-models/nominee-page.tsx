import { useState } from 'react';
import { useParams } from 'react-router';
import { NOMINEE_STATUS_LABELS } from '#contracts/filial-lifecycle.ts';
import {
  addNomineeFile,
  type Nominee,
  readNominee,
  readNomineeFile,
  setNomineeConsent,
  stepNominee,
} from '#contracts/filial-models.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { urlOf } from '../../api-address.ts';
import { PaperFiles } from '../../paper-files.tsx';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { ConsentFields, consentOf } from './consent-fields.tsx';

/** One nominated person: the deeds, what shows them, who checked, what comes next. */
export default function NomineePage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readNominee, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {nominee => <Body nominee={nominee} />}
    </Loaded>
  );
}

function Body({ nominee }: { nominee: Nominee }) {
  const today = useBusinessDate();
  const role = useRole();
  const upload = useWrite(addNomineeFile);
  const params = { id: nominee.id };
  const isOpen = nominee.status === 'nominated' || nominee.status === 'recommended';
  const mayAdd = isOpen && ['community', 'street', 'district'].includes(role);
  return (
    <>
      <PageHeader
        record
        title={nominee.name}
        trail={[{ title: '孝顺榜样', to: '/desk/filial-models' }]}
        facts={[`${nominee.year}年`, nominee.streetName, NOMINEE_STATUS_LABELS[nominee.status]]}
      />
      <div className="stack">
        <Next nominee={nominee} />
        <section>
          <SectionHead title="事迹" />
          <p>{nominee.deeds}</p>
        </section>
        <FactList
          items={[
            ['社区（村）', nominee.areaName],
            ['住在', nominee.livesAt],
            ['谁提名的', `${nominee.nominatedBy}，${instantWords(nominee.nominatedAt, today)}`],
            ['街道核实', nominee.checkedBy],
            ['区里评选', nominee.selectedBy],
            ['说明', nominee.note],
          ]}
        />
        <Consent nominee={nominee} />
        <section>
          <SectionHead title="证明材料" />
          <PaperFiles
            files={nominee.files}
            none="没有交；不是必须的"
            hrefOf={fileId => urlOf(readNomineeFile, { params: { id: nominee.id, fileId } })}
            {...(mayAdd && {
              add: {
                label: '加一份材料',
                send: (file: File) => upload.mutate({ params, file } as never),
                isPending: upload.isPending,
                error: upload.error,
              },
            })}
          />
        </section>
        <section>
          <SectionHead title="经过" />
          <Steps of={nominee.steps} today={today} />
        </section>
      </div>
    </>
  );
}

function Consent({ nominee }: { nominee: Nominee }) {
  const write = useWrite(setNomineeConsent);
  const role = useRole();
  const mayChange = role !== 'city' && role !== 'auditor';
  const [open, setOpen] = useState(false);
  return (
    <section>
      <SectionHead title="公开">
        {mayChange && (
          <Button size="sm" onClick={() => setOpen(true)}>
            本人改了主意
          </Button>
        )}
      </SectionHead>
      <p>
        {nominee.consented ? '本人同意公开姓名、街道和事迹' : '本人不同意公开，公示和公布时不列出'}
        {nominee.consentNote && `（${nominee.consentNote}）`}。
      </p>
      <Dialog title="本人同不同意公开" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ consent: nominee.consented ? 'yes' : 'no' }}
          label="记下来"
          look="ok"
          done={() => setOpen(false)}
          submit={(given: { consent: string; consentNote?: string }) =>
            write.mutateAsync({ params: { id: nominee.id }, body: consentOf(given) as never })
          }
        >
          <ConsentFields />
        </Form>
      </Dialog>
    </section>
  );
}

type Action = Parameters<ReturnType<typeof useWrite<typeof stepNominee>>['mutate']>[0]['body']['action'];
const GO: readonly string[] = ['recommend', 'select'];

function Next({ nominee }: { nominee: Nominee }) {
  const write = useWrite(stepNominee);
  const [asked, ask] = useState<Nominee['nextActions'][number] | null>(null);
  const params = { id: nominee.id };
  const go = nominee.nextActions.find(each => GO.includes(each.action));
  const aside = nominee.nextActions.filter(each => each.allowed && !GO.includes(each.action));
  if (!go && aside.length === 0) return <Note title={NOMINEE_STATUS_LABELS[nominee.status]}>{nominee.note}</Note>;
  return (
    <NextStep
      title={NOMINEE_STATUS_LABELS[nominee.status]}
      note={
        <span data-rule>
          {nominee.year}年名额{nominee.places}名，已评上{nominee.selected}名
          {nominee.place !== null && `，本人是第${nominee.place}个名额`}
        </span>
      }
    >
      {go && (
        <Button
          look="go"
          because={go.disabledBecause}
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { action: go.action as Action } })}
        >
          {go.label}
        </Button>
      )}
      {aside.map(each => (
        <Button key={each.action} onClick={() => ask(each)}>
          {each.label}
        </Button>
      ))}
      {asked === null && write.error && <ErrorState error={write.error} kept="提名还停在原来的一步" />}
      <Dialog title={asked?.label ?? ''} open={asked !== null} close={() => ask(null)}>
        <Form
          initial={{ note: '' }}
          label={asked?.label ?? ''}
          look="ok"
          done={() => ask(null)}
          submit={({ note }: { note: string }) =>
            write.mutateAsync({ params, body: { action: asked?.action as Action, ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="原因" rows={2} />
        </Form>
      </Dialog>
    </NextStep>
  );
}
