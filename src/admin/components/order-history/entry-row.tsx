type Props = { label: string; value?: string }

/** A line of an entry, with its amount where it has one. */
export const EntryRow = ({ label, value }: Props) => (
  <li className="flex justify-between gap-x-4">
    <span className="truncate">{label}</span>
    {value && <span className="tabular-nums">{value}</span>}
  </li>
)
