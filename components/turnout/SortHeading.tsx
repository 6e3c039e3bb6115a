import type { SortColumn, Sorting } from './unitRows.ts';

interface Props {
  column: SortColumn;
  sorting: Sorting | null;
  onSort(column: SortColumn): void;
  isFigure?: boolean;
  hint?: string;
  className?: string;
  children: React.ReactNode;
}

export function SortHeading({ column, sorting, onSort, isFigure = false, hint, className = '', children }: Props) {
  const direction = sorting?.column === column ? sorting.direction : undefined;
  const arrow = direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '';
  return (
    <th
      scope="col"
      aria-sort={direction ?? 'none'}
      className={`font-medium ${isFigure ? 'text-right' : 'text-left'} ${className}`}
    >
      <button
        type="button"
        onClick={() => onSort(column)}
        title={hint}
        className={`relative cursor-pointer py-2 text-ink-soft underline-offset-4 hover:text-ink hover:underline ${direction ? 'text-ink' : ''}`}
      >
        {children}
        <span aria-hidden className={`absolute top-2 ${isFigure ? 'right-full pr-1' : 'left-full pl-1'}`}>
          {arrow}
        </span>
      </button>
    </th>
  );
}
