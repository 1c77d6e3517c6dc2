import { type ElderEntitlement, type ElderEntitlements, isFoundScheme } from '#contracts/benefits/catalogue.ts';
import { findEntitlements, readEntitlements } from '#contracts/benefits/scheme-endpoints.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { EntitlementList, groupsOf, OfferActs } from './entitlement-lines.tsx';
import { CheckedNote } from './outcome-view.tsx';

/** 该享受什么: every other scheme that concerns this elder, explained from the file, with what is done about it. */
export function EntitlementsSection({ elderId, on }: { elderId: string; on?: string | undefined }) {
  const answer = useQueryOf(readEntitlements, { params: { elderId }, query: { ...(on && { on }) } });
  return (
    <Loaded of={answer} rows={5}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: ElderEntitlements }) {
  const role = useRole();
  const write = useWrite(findEntitlements);
  const { open, drawn, incomplete, refused } = groupsOf(data);
  const unfound = open.filter(each => each.offer === null && isFoundScheme(each.outcome.scheme)).length;
  return (
    <section>
      <SectionHead title="还该享受什么" note={`按${dayWords(data.on)}的档案，${data.districtName}`}>
        <TextLink small to="/desk/benefits/schemes">
          待遇一览
        </TextLink>
      </SectionHead>
      {data.notes.map(each => (
        <Note key={each}>{each}</Note>
      ))}
      {(role === 'community' || role === 'street') && unfound > 0 && (
        <div className="row-acts">
          <Button
            size="sm"
            busy={write.isPending}
            onClick={() => write.mutate({ params: { elderId: data.elderId }, body: {} })}
          >
            核对并列入告知
          </Button>
          {write.error && <ErrorState error={write.error} />}
        </div>
      )}
      <EntitlementList rows={open} acts={row => <Acts row={row} elder={data} />} />
      <Folded title="已在享受" rows={drawn} />
      <Folded title="还缺情况，看不出来" rows={incomplete} />
      <Folded title="现在不符合" rows={refused} />
      <CheckedNote checked={data.checked} />
    </section>
  );
}

/** A bed that is wanted is applied for in its own place; everything else is noted as done here. */
function Acts({ row, elder }: { row: ElderEntitlement; elder: ElderEntitlements }) {
  const toBed = row.outcome.scheme === 'homeCareBed' && row.offer?.status === 'claimed';
  const about = new URLSearchParams({ elderId: elder.elderId, name: elder.elderName });
  return (
    <>
      {toBed && (
        <TextLink small to={`/desk/beds/new?${about}`}>
          去申请床位
        </TextLink>
      )}
      <OfferActs row={row} who="desk" />
    </>
  );
}

function Folded({ title, rows }: { title: string; rows: ElderEntitlements['rows'] }) {
  if (rows.length === 0) return null;
  return (
    <details className="folded">
      <summary>
        {title}（{rows.length}项）：{rows.map(each => each.outcome.nameZh).join('、')}
      </summary>
      <EntitlementList rows={rows} />
    </details>
  );
}
