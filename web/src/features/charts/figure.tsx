import { useId, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import styles from './figure.module.css'

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}

/** A picture with its heading, and the same as a table for whoever would rather read. */
export const Figure = ({
  heading,
  children,
  table,
}: {
  readonly heading: string
  readonly children: ReactNode
  /** Left out where the words beside the picture say as much. */
  readonly table?: Table
}) => {
  const id = useId()
  return (
    <figure className={styles['figure']} aria-labelledby={id}>
      <figcaption id={id}>{heading}</figcaption>
      {children}
      {table !== undefined && <AsTable table={table} labelledBy={id} />}
    </figure>
  )
}

const AsTable = ({
  table: { columns, rows },
  labelledBy,
}: {
  readonly table: Table
  readonly labelledBy: string
}) => {
  const { say } = useLocale()
  return (
    <details>
      <summary>{say('seats.chart-table')}</summary>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-labelledby={labelledBy}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={columns[index]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={columns[index]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
