import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';

/** A file to save; the browser streams it to the disk, so a million rows will do. */
export type FileLink = { label: string; href: string };

/** 导出: the whole list or table as a file, in the formats there are. */
export function FilesMenu({ files }: { files: readonly FileLink[] }) {
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
      {files.map(({ label, href }) => (
        <a key={href} href={href} download>
          {label}
        </a>
      ))}
    </Menu>
  );
}
