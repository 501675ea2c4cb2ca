/** What a chosen version holds and an update does not write, in the words of the screen: whoever chose it for that must not think it is in now. */

export function leftOut({ actuals, judgements }: { actuals: number; judgements: number }): string[] {
  return [
    ...(actuals > 0
      ? [
          `この版には、シートにない実績値が ${actuals}個あります。更新では入りません。計画の一覧の「実績値を取り込む」で入れられます。`,
        ]
      : []),
    ...(judgements > 0
      ? [
          `この版には、シートと違う評価の記録が ${judgements}個あります。更新では入りません。シートに手で入れてください。`,
        ]
      : []),
  ];
}
