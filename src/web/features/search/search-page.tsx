import { type KeyboardEvent, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useSession } from '../../session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ElderHits, FacilityHits, NumberHits, ScreenHits } from './hits.tsx';
import { canSee, kindsFor, screensFor } from './what-to-find.ts';
import './search.css';

/**
 * People, orders and alarms by number, places and pages, each as far as the row rules let the post reach. Numbers of
 * people come by the history state, never in the address.
 */
export default function SearchPage() {
  const [query] = useSearchParams();
  const { state } = useLocation() as { state: { q?: string } | null };
  const q = (state?.q ?? query.get('q') ?? '').trim();
  const { role, areaName } = useSession().currentPost;
  const list = useRef<HTMLDivElement>(null);
  if (!q) {
    return (
      <>
        <PageHeader title="查找" facts={[areaName]} />
        <EmptyState icon="search" title="写上要找的，再按回车">
          {canSee(role, 'elders') ? '姓名、拼音、小区、证件或电话后四位' : '设施名称'}
          ，单号（FW开头）、告警号（GJ开头），或页面的名字。按“/”可以从任何一页回到查找框。
        </EmptyState>
      </>
    );
  }
  const kinds = kindsFor(role, q);
  const screens = screensFor(role, q);
  return (
    <>
      <PageHeader title={`查找“${q}”`} facts={[`只列${areaName}内您看得到的`, '上下键选，回车打开']} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links inside */}
      <div className="hits" ref={list} onKeyDown={event => move(list.current, event)}>
        {kinds.includes('number') && <NumberHits q={q} />}
        {kinds.includes('elders') && <ElderHits q={q} />}
        {kinds.includes('facilities') && <FacilityHits q={q} />}
        {screens.length > 0 && <ScreenHits screens={screens} />}
        {kinds.length === 0 && screens.length === 0 && (
          <EmptyState icon="search" title={`没有叫“${q}”的页面`}>
            您的岗位在这里可以查页面的名字；请换一个说法再试。
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** Arrow keys go from hit to hit over all groups. */
function move(list: HTMLElement | null, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!list || step === undefined) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a.hit')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}
