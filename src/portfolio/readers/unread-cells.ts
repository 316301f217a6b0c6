/** A cell that has something in it, and not what its column is for. */
export interface UnreadCell {
  readonly wanted: 'day' | 'amount' | 'number';
  readonly column: string;
  readonly line: number;
  readonly text: string;
}

/** Days, amounts and numbers that could not be read, told column by column: in some exports it is all of them. */
export class UnreadCells {
  readonly #columns = new Map<string, { readonly first: UnreadCell; count: number }>();

  add(cell: UnreadCell): void {
    const known = this.#columns.get(cell.column);
    if (known) known.count++;
    else this.#columns.set(cell.column, { first: cell, count: 1 });
  }

  notices(): string[] {
    return [...this.#columns.values()].map(({ first: { wanted, column, line, text }, count }) => {
      const cells =
        count === 1
          ? `a cell of column "${column}" is no ${wanted} and is`
          : `${count} cells of column "${column}" are no ${wanted} and are`;
      return `${cells} left out: “${text.slice(0, 40)}” on line ${line}${count === 1 ? '' : ', and others'}`;
    });
  }
}
