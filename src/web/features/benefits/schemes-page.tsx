import { useLocation } from 'react-router';
import { SCHEME_KIND_LABELS, SCHEME_KINDS, type SchemeKind, type SchemeRow } from '#contracts/benefits/catalogue.ts';
import { SPENT_TYPE_LABELS, SPENT_TYPES } from '#contracts/benefits/pays.ts';
import { listSchemes } from '#contracts/benefits/scheme-endpoints.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { FilterBar, type FilterSpec, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { doubtWords } from './benefit-words.ts';
import { CheckedNote } from './outcome-view.tsx';
import './benefits.css';

/** Every allowance, subsidy and service with its values on a day, its documents and how sure we are; for desk and public. */
export default function SchemesPage() {
  const { values } = useFilters();
  const inDesk = useLocation().pathname.startsWith('/desk');
  const { q, on, district } = values;
  const kind = SCHEME_KINDS.find(each => each === values.kind);
  const pays = SPENT_TYPES.find(each => each === values.pays);
  const where = { ...(on && { on }), ...(district && { district }) };
  const query = { ...(q && { q }), ...where, ...(kind && { kind }), ...(pays && { pays }) };
  const answer = useQueryOf(listSchemes, { query });
  const specs: readonly FilterSpec[] = [
    { name: 'q', label: '找待遇', kind: 'search', placeholder: '名称、对象、文号' },
    {
      name: 'kind',
      label: '怎样算',
      kind: 'select',
      options: SCHEME_KINDS.map(value => ({ value, label: SCHEME_KIND_LABELS[value] })),
    },
    {
      name: 'pays',
      label: '补给谁',
      kind: 'select',
      options: SPENT_TYPES.map(value => ({ value, label: SPENT_TYPE_LABELS[value] })),
    },
    {
      name: 'district',
      label: '区',
      kind: 'select',
      options: (answer.data?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    { name: 'on', label: '按哪天', kind: 'date' },
  ];
  return (
    <div className={inDesk ? undefined : 'pub-in'}>
      <PageHeader title="待遇一览" facts={['全部补贴、津贴、救助和服务，值带日期、文号和可信度，打开可以算一算']}>
        {!inDesk && (
          <TextLink small to="/benefits">
            不留姓名查待遇
          </TextLink>
        )}
      </PageHeader>
      <FilterBar name="benefit-schemes" specs={specs} />
      <Loaded of={answer} rows={8}>
        {({ rows, checked, on: day, district: place }) => (
          <>
            <CheckedNote checked={checked} />
            {rows.length === 0 && (
              <EmptyState icon="money" title="没有找到这样的待遇">
                换个词再找，或清空筛选。
              </EmptyState>
            )}
            {[...Map.groupBy(rows, row => row.kind)].map(([each, group]) => (
              <KindGroup
                key={each}
                kind={each}
                rows={group}
                note={`${dayWords(day)}${place ? `，${place}` : ''}`}
                inDesk={inDesk}
              />
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}

type GroupProps = { kind: SchemeKind; rows: readonly SchemeRow[]; note: string; inDesk: boolean };

function KindGroup({ kind, rows, note, inDesk }: GroupProps) {
  return (
    <section data-rule>
      <SectionHead title={SCHEME_KIND_LABELS[kind]} note={`${countWords(rows.length)}项，按${note}`} />
      <ul>
        {rows.map(row => (
          <SchemeItem key={row.key} row={row} inDesk={inDesk} />
        ))}
      </ul>
    </section>
  );
}

function SchemeItem({ row, inDesk }: { row: SchemeRow; inDesk: boolean }) {
  const doubt = doubtWords(row.confidence);
  const path = inDesk ? '/desk/benefits/schemes/:key' : '/benefits/schemes/:key';
  // The day and the district asked for go along.
  const { on, district } = useFilters().values;
  const asked = new URLSearchParams({ ...(on && { on }), ...(district && { district }) }).toString();
  return (
    <li className="catalogue-row">
      <div>
        <TextLink to={`${fill(path, { key: row.key })}${asked && `?${asked}`}`}>{row.nameZh}</TextLink>
        <p className="sm soft">{row.who}</p>
        {row.pays.length > 0 && <p className="xs mute">{row.pays.map(each => SPENT_TYPE_LABELS[each]).join('；')}</p>}
      </div>
      <dl>
        {row.values.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words.join('；')}</dd>
          </div>
        ))}
      </dl>
      <p className="sm soft">
        {row.documents[0]}
        {row.documents.length > 1 && `等${row.documents.length}份`}
        {doubt && <Chip tone="doubt">{doubt}</Chip>}
      </p>
    </li>
  );
}
