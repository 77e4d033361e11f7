//! Sorting by position: one copy of the sorting code for all types, since only positions are sorted.

/// The items in the order of their positions; those of one position stay in the order they have.
pub(crate) fn in_order<T>(items: Vec<T>, position: impl Fn(&T) -> usize) -> Vec<T> {
    if items.is_sorted_by_key(&position) {
        return items;
    }
    let positions: Vec<usize> = items.iter().map(position).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    sorted(&positions).into_iter().filter_map(|index| items[index].take()).collect()
}

fn sorted(positions: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by_key(|index| positions[*index]);
    order
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn items_of_one_position_stay_in_order() {
        let items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (1, 'e')];
        let sorted: String =
            in_order(items, |(position, _)| *position).into_iter().map(|(_, name)| name).collect();
        assert_eq!(sorted, "dbeac");
    }
}
