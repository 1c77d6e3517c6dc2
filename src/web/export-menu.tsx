import type { Endpoint } from '#contracts/endpoint.ts';
import { EXPORT_FORMAT_LABELS, EXPORT_FORMATS } from '#contracts/exports.ts';
import { urlOf } from './api.ts';
import { Icon } from './ui/icon.tsx';
import { Menu } from './ui/menu.tsx';

/** Saves the whole list under the filters of the page; the browser streams it to the disk, so a million rows will do. */
export function ExportMenu({ list, query }: { list: Endpoint; query: Readonly<Record<string, unknown>> }) {
  return (
    <Menu
      place="right"
      summaryClass="btn sm"
      summary={
        <>
          <Icon name="download" small />
          导出
        </>
      }
    >
      {EXPORT_FORMATS.map(format => (
        <a key={format} href={urlOf(list, { query: { ...query, format } })} download>
          {EXPORT_FORMAT_LABELS[format]}
        </a>
      ))}
    </Menu>
  );
}
