import { SIGNING_WORDS, TRACE_ACTION_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { type Bed, type BedContract, signBedContract } from '#contracts/home-care-beds.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import './beds.css';

/** The text that both parties sign, who has signed, and signing by typing the words. */
export function ContractView({ bed, large = false }: { bed: Bed; large?: boolean }) {
  const role = useRole();
  const { contract } = bed;
  if (!contract) return null;
  const mine = role === 'provider' ? contract.providerSignedAt : contract.familySignedAt;
  const signs = ['provider', 'family', 'elder'].includes(role) && bed.status === 'accepted' && mine === null;
  return (
    <section>
      <SectionHead title="服务合同" note={contract.template} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <section className="contract-text" tabIndex={0} aria-label="合同正文">
        {contract.body}
      </section>
      {!large && <p className="xs mute">正文摘要（SM3）{contract.bodyHash.slice(0, 16)}，每次签署都记下它</p>}
      <Signatures contract={contract} />
      {signs && <Sign bed={bed} contract={contract} large={large} />}
    </section>
  );
}

function Signatures({ contract }: { contract: BedContract }) {
  const today = useBusinessDate();
  return (
    <Timeline
      items={contract.traces.map(trace => ({
        key: trace.action,
        at: instantWords(trace.at, today),
        text: `${TRACE_ACTION_LABELS[trace.action]}，${trace.actorName}`,
      }))}
    />
  );
}

function Sign({ bed, contract, large }: { bed: Bed; contract: BedContract; large: boolean }) {
  const write = useWrite(signBedContract);
  return (
    <>
      <Note title="看完合同再签">两方都签了就生效。签署时间、姓名和您输入的话会存下，谁也不能改。</Note>
      <Form
        initial={{ confirmation: '', bodyHash: contract.bodyHash }}
        label="签署合同"
        large={large}
        wide={large}
        submit={(body: { confirmation: string; bodyHash: string }) =>
          write.mutateAsync({ params: { id: bed.id }, body })
        }
      >
        <TextInput name="confirmation" label={`请输入“${SIGNING_WORDS}”`} />
      </Form>
    </>
  );
}
