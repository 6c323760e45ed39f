package store

import "dictum/graph/resolve"

// closure adds to groups those that are related to them, and to these, and those that a decision ties to them. A group that
// is nothing but a country is resolved by its name, so it is left out unless it was decided about.
func (r *resolving) closure(touched map[string]bool, decisions []resolve.Decision) (map[string]bool, error) {
	tied := map[string][]string{}
	for _, d := range decisions {
		for _, g := range d.Groups {
			tied[g] = append(tied[g], d.Groups...)
		}
	}
	out := map[string]bool{}
	var queue []string
	visit := func(g string) error {
		if out[g] {
			return nil
		}
		docs, err := r.group(g)
		if err != nil || len(tied[g]) == 0 && !touched[g] && onlyCountry(docs) {
			return err
		}
		out[g] = true
		queue = append(queue, g)
		return nil
	}
	for g := range touched {
		if docs := r.groups[g]; len(tied[g]) == 0 && len(docs) > 0 && onlyCountry(docs) && !r.p.anew {
			if mixed, err := r.wasMixed(g); err != nil || !mixed {
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		if err := visit(g); err != nil {
			return nil, err
		}
	}
	for len(queue) > 0 {
		g := queue[0]
		queue = queue[1:]
		for _, other := range tied[g] {
			if err := visit(other); err != nil {
				return nil, err
			}
		}
		near, err := r.relatives(g)
		if err != nil {
			return nil, err
		}
		for _, other := range near {
			if err := visit(other.Value()); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func onlyCountry(docs map[string]bool) bool {
	for doc := range docs {
		if doc[0] != '!' {
			return false
		}
	}
	return true
}

// wasMixed reports whether a group that is nothing but a country was something else before this plan.
func (r *resolving) wasMixed(g string) (bool, error) {
	docs, err := r.list(groupKey(g))
	return !onlyCountry(docs), err
}
